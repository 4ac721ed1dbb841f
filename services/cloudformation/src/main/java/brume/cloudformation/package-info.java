/// AWS CloudFormation: stacks of resources, made from templates by calling operations as whoever
/// deploys.
///
/// It knows no other service: each brings its own types of resources. Where it differs from AWS:
/// change sets are complete when their request is answered; a property or type that nobody here can
/// make is refused before anything is created; every region has three availability zones by name;
/// stack policies, imports of resources, rollback triggers and notifications are refused by name.
///
/// Start with [CloudFormation], then `operation`, then `deploy`, which makes what was asked for;
/// `template` is the language.
@NullMarked
package brume.cloudformation;

import org.jspecify.annotations.NullMarked;
