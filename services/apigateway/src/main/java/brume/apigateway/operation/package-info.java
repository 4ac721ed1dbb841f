/// The actions of API Gateway for REST APIs, by what they act on: one folder each.
///
/// Start with the operations of `api`, then `stages`.
@NullMarked
package brume.apigateway.operation;

import org.jspecify.annotations.NullMarked;
