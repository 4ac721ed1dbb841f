/// How the Java of this host runs functions: flags, class path and AOT caches.
///
/// An AOT cache (JEP 483, 514) holds classes parsed, linked and partly initialised. [AotCaches]
/// makes one that serves every function, from the classes that all of them use; [JvmOptions] says
/// which flags a function starts with. Measured on 2 cores with JDK 25: a handler of maps starts in
/// a third of the time.
@NullMarked
package brume.lambda.runtime.jvm;

import org.jspecify.annotations.NullMarked;
