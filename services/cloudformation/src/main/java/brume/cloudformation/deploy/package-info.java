/// The deployment of stacks: what a request recorded is carried out step by step, and each step is
/// recorded before it is tried and after it succeeded, so that a crash in the middle is gone on
/// from.
///
/// The status of a stack says what comes next, so [Deployments] is where to start: it picks
/// [Applying], [Restoring] or [Removing] until the status is a final one.
///
/// Where it differs from AWS: a resource is created when its type says so, without waiting for it
/// to become stable; a resource whose siblings failed is not interrupted, but is rolled back as if
/// it had been; stacks add no tags of their own.
@NullMarked
package brume.cloudformation.deploy;

import org.jspecify.annotations.NullMarked;
