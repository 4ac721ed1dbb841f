/// What touches the store: one class for each kind of thing, and the jobs.
///
/// A bucket's objects lie under its id, in two orders of keys: all versions, newest first within a
/// key; and, by key alone, those that a reader sees, so that a listing meets neither old versions
/// nor delete markers. Start with [Objects].
@NullMarked
package brume.s3.data;

import org.jspecify.annotations.NullMarked;
