/** One OpenAPI document of the whole platform, the AsyncAPI document beside it, and a page to browse. */
@NullMarked
package io.dianmai.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
