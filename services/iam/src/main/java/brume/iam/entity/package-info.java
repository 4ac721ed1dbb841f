/// What IAM knows of users, groups, roles, instance profiles and policies by themselves: their
/// names, ids, quotas, tags and documents. Nothing here touches the store.
///
/// Start with [EntityKind], then [EntityType].
@NullMarked
package brume.iam.entity;

import org.jspecify.annotations.NullMarked;
