/// The SAM transform `AWS::Serverless-2016-10-31`: a pure function from template to template.
///
/// It makes what AWS's translator makes, logical ids included. It differs in the hash in the
/// logical id of a REST API's deployment, which AWS takes of Python's way to print the API's body
/// and Brume of its JSON: it changes when AWS's does. What it lacks is refused by name. Start with
/// [SamTransform].
///
/// Source: "AWS SAM specification", and the behaviour of the public translator.
@NullMarked
package brume.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
