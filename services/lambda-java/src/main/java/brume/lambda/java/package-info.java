/// Runs a Java function inside its sandbox: asks the Lambda Runtime API for events and hands them
/// to the handler.
///
/// This is the program of the function's process, not a part of Brume's. It uses the JDK, the
/// interfaces of `aws-lambda-java-core` and, for handlers that take objects, the converters of
/// `aws-lambda-java-serialization`, which carries its own Jackson under other package names. Of
/// that, text, maps and lists need the streams alone ([Plain]), which start faster than the object
/// mapper.
///
/// All classes are loaded by the system class loader: first these three jars, then `/var/task`, its
/// `lib`, and `/opt/java/lib`. So the interfaces exist once even if a package brings its own copy,
/// and every other library is the function's alone. One loader, unlike AWS's two, because only what
/// the system class loader loads can come from an AOT cache.
///
/// Start with [Bootstrap]. Behaviour and texts follow the runtime interface client of AWS. Source:
/// AWS Lambda Developer Guide, "Define Lambda function handler in Java".
@NullMarked
package brume.lambda.java;

import org.jspecify.annotations.NullMarked;
