/// AWS Lambda: functions, their versions and aliases, and what runs them on this machine.
///
/// Where it differs from AWS: functions are active at once. A function whose runtime this host
/// lacks is made as on AWS, so that a template is the same everywhere; every description of it
/// gives the reason why it cannot run here (`StateReason`), and to invoke it is an
/// `InvalidRuntimeException` with that reason. `$LATEST` and versions run on the interpreter that
/// the host has, see `runtime.language`. A function is made for this machine's architecture unless
/// it names another, which is refused. What this host cannot take on at the moment is a
/// `ServiceException`.
///
/// As on AWS, a function may be initialised without a request: Java functions are when they are
/// deployed, and once more for an AOT cache of their own when that start was slow.
///
/// Start with [Lambda], then `operation`; `data` keeps, `code` unpacks, `invoke` runs, `source`
/// reads streams and queues, `url` answers at the addresses of functions.
@NullMarked
package brume.lambda;

import org.jspecify.annotations.NullMarked;
