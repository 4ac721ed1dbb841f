/// Actions on the account's settings and on tags.
@NullMarked
package brume.apigateway.operation.account;

import org.jspecify.annotations.NullMarked;
