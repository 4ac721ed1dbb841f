/// Stacks that are resources of other stacks. Start with [NestedStack].
///
/// Where it differs from AWS: a nested stack whose creation fails is rolled back and deleted at
/// once, not with its parent; one whose update succeeded cleans up at once, and a rollback of its
/// parent updates it to the template that it had; one whose template changed behind the same URL,
/// and nothing else, is not updated.
@NullMarked
package brume.cloudformation.nested;

import org.jspecify.annotations.NullMarked;
