/** How a service describes itself to the gateway, which makes one OpenAPI document of all. */
@NullMarked
package io.dianmai.kit.openapi;

import org.jspecify.annotations.NullMarked;
