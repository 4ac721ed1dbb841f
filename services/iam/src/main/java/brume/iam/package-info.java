/// AWS Identity and Access Management: users, groups, roles, instance profiles, policies, access
/// keys and OpenID Connect providers; and who may do what because of them.
///
/// Where it differs from AWS: there are no passwords, MFA devices, certificates, SAML providers,
/// service-linked roles or organizations; thumbprints of OpenID Connect providers are kept and not
/// used, since their certificates must be ones that the machine trusts; changes hold at once;
/// entities answer to their names in the case in which they were made only; of AWS's own managed
/// policies there are those that templates name, in their current version and without their unique
/// ids.
///
/// Start with [Iam], then `operation`, then `data`; [PolicyAuthorizer] decides on every call.
@NullMarked
package brume.iam;

import org.jspecify.annotations.NullMarked;
