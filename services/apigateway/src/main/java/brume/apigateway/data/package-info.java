/// How REST APIs are kept. Start with [RestApis].
@NullMarked
package brume.apigateway.data;

import org.jspecify.annotations.NullMarked;
