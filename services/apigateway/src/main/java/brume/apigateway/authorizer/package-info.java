/// Who may use an API, as far as both kinds of APIs ask it alike: tokens of identity providers, the
/// answers of authorizer functions, and the senders of signed requests.
///
/// The URL that AWS gives a user pool means Brume's pool of the same id, so that templates need not
/// know where they run.
///
/// Start with [Tokens] and [FunctionAuthorizers].
@NullMarked
package brume.apigateway.authorizer;

import org.jspecify.annotations.NullMarked;
