/// The APIs of SAM templates: the documents that events and properties make, with what API Gateway
/// needs around them.
///
/// Start with [RestApiMacro]. Not here, and refused by name: usage plans, resource policies,
/// models, custom domains, authorizers of HTTP APIs.
@NullMarked
package brume.cloudformation.sam.api;

import org.jspecify.annotations.NullMarked;
