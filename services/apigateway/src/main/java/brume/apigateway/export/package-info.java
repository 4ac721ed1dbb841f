/// REST APIs as OpenAPI documents, with the extensions of API Gateway where they are wanted.
///
/// What a document says with extensions, importing it makes again. Documentation parts are not
/// here. Start with [RestExport].
@NullMarked
package brume.apigateway.export;

import org.jspecify.annotations.NullMarked;
