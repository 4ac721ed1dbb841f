/// Rules that the whole house keeps: which module may know which, and what every file looks like.
///
/// Start with [ArchitectureTest], then [TidyTest].
package brume.quality;
