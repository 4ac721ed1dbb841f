/// Isolates one process: namespaces, a system-call filter, control groups, its own network.
///
/// [Launcher] starts a [Sandbox] from a [Plan]. A platform thread enters a new network and mount
/// namespace, binds the sockets through which the function reaches Brume, and starts bubblewrap
/// under the function's own user id; the process inherits that network and sees nothing else.
///
/// The kernel is shared: this keeps curious, buggy and greedy functions apart, and is not a
/// boundary of the class of a virtual machine. [Protections] says which parts a host lacks.
@NullMarked
package brume.lambda.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
