/// The language of templates: texts with values to fill in, a part of Handlebars. Pure.
///
/// There are `{{path.to.value}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}` and `{{#with}}` with
/// `{{else}}`, `{{this}}`, `{{@index}}`, `{{@key}}`, `{{@first}}` and `{{@last}}`, and comments.
/// Values are not escaped for HTML, as SES does not. Inline partials are refused.
///
/// Source: Amazon SES Developer Guide, "Advanced email personalization". Start with [TemplateText].
@NullMarked
package brume.ses.template;

import org.jspecify.annotations.NullMarked;
