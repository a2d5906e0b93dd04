/** The approved documents of the wire, shipped in the jar: JSON Schemas, samples and the AsyncAPI description. */
@NullMarked
package io.dianmai.contracts.schema;

import org.jspecify.annotations.NullMarked;
