/// The policy language and its evaluation: who may do what, as policies of identities and resources
/// say it.
///
/// Pure: documents are compiled once by [Policy#parse], and [Policies#decide] evaluates those that
/// apply to a [Request] without any lookup. Differs from AWS in that organizations' policies (SCP,
/// RCP) and those of VPC endpoints do not exist, that principals of the type `CanonicalUser` are
/// refused, and that condition values which no request could match (a number that is none, an
/// address that is none) are refused when the document is parsed. Whether the principals and
/// actions that a document names exist is not asked. Start with [Policies], which has the order of
/// evaluation, and [Statement].
///
/// Source: IAM User Guide, "IAM JSON policy reference" and "Policy evaluation logic".
@NullMarked
package brume.identity.policy;

import org.jspecify.annotations.NullMarked;
