/// Reads OpenAPI documents as HTTP APIs. Start with [HttpImport].
@NullMarked
package brume.apigatewayv2.imports;

import org.jspecify.annotations.NullMarked;
