/// CloudFormation templates: their text, their parts, their parameters and their functions.
///
/// Pure: what a template needs to know of the world comes in through [Lookups]. Start with
/// [Template], then [Evaluator]. Differs from AWS: no `Fn::ForEach` and no macros beyond
/// `AWS::Include`; both are refused by name.
///
/// Source: "Template reference" of the CloudFormation user guide.
@NullMarked
package brume.cloudformation.template;

import org.jspecify.annotations.NullMarked;
