/// Reads OpenAPI documents, versions 2 and 3, with the extensions of API Gateway.
///
/// References reach into the document itself and never beyond it: nothing is fetched. Start with
/// [Document], then [RestImport].
@NullMarked
package brume.apigateway.openapi;

import org.jspecify.annotations.NullMarked;
