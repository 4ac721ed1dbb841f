/// Templates: the mapping templates of integrations, which are written in Velocity, and those of
/// gateway responses, which are plain text with references.
///
/// Templates reach nothing but what they are given: no classes, no files. Start with
/// [MappingTemplate].
@NullMarked
package brume.apigateway.template;

import org.jspecify.annotations.NullMarked;
