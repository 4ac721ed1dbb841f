/// What templates can declare of IAM. Each type calls the operations of IAM as whoever deploys.
///
/// Start with [RoleResource]; what users, groups and roles have in common is in [Holder].
@NullMarked
package brume.iam.resource;

import org.jspecify.annotations.NullMarked;
