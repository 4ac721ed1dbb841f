/// JSON as an immutable tree, for documents whose shape no model gives: templates, policies,
/// events.
///
/// Requests and replies do not pass through here; they are read straight into records.
@NullMarked
package brume.json;

import org.jspecify.annotations.NullMarked;
