/// Custom resources: those that a function of the template's author makes, changes and deletes.
///
/// CloudFormation asks the function asynchronously and waits for the reply, which the function
/// sends to a URL of [ReplySite] that only this question has. Start with [CustomResource].
///
/// Where it differs from AWS: topics cannot be asked, only functions; the reply's URL is one of
/// HTTP, at the endpoint that functions reach.
@NullMarked
package brume.cloudformation.custom;

import org.jspecify.annotations.NullMarked;
