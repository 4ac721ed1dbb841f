/// The TODO solution: a REST API of todos, as a function of the kind that runs on AWS unchanged.
///
/// Start with [TodoHandler].
@NullMarked
package brume.todo;

import org.jspecify.annotations.NullMarked;
