/// How HTTP APIs are kept and deployed. Start with [HttpApis].
@NullMarked
package brume.apigatewayv2.data;

import org.jspecify.annotations.NullMarked;
