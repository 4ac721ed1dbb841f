/// The audit log: who changed what, and who was denied, in records of CloudTrail's form.
///
/// Differs from CloudTrail in that it records data events always, and that requests whose signature
/// was refused are recorded, too; what an operation answered is not recorded. Start with
/// [AuditLog].
@NullMarked
package brume.frontdoor.audit;

import org.jspecify.annotations.NullMarked;
