/// What a service is: operations that declare the access they need and do their work, sites, jobs
/// and resource types; and how services call each other, which is by operations alone.
///
/// Start with [Operation], then [Service].
@NullMarked
package brume.service;

import org.jspecify.annotations.NullMarked;
