/// Delivers what the store says is owed, and runs the jobs of services.
///
/// Whatever a service owes to others is written by the transaction that causes it
/// ([brume.service.Outbox]); a delivery is done when its entry is deleted. So a crash can repeat a
/// delivery, never lose one.
///
/// Start with [Relay], then [Lane].
@NullMarked
package brume.relay;

import org.jspecify.annotations.NullMarked;
