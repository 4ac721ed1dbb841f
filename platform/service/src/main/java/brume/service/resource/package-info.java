/// What the resource types of all services share: reading the properties and tags of templates.
///
/// Start with [TemplateProperties].
@NullMarked
package brume.service.resource;

import org.jspecify.annotations.NullMarked;
