/// Records of the models kept in the store, as JSON by their shapes.
///
/// For what is small and seldom changed: users, functions, stacks. Start with [Records].
@NullMarked
package brume.service.record;

import org.jspecify.annotations.NullMarked;
