/// What the resource types of all services share: reading the properties and tags of templates, and
/// telling what they made from what was there.
///
/// Start with [TemplateProperties].
@NullMarked
package brume.service.resource;

import org.jspecify.annotations.NullMarked;
