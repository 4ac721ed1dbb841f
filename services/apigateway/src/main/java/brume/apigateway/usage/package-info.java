/// API keys, usage plans, and how much of them clients have used.
///
/// Differs from AWS: what is used is counted exactly while the process runs, and written down every
/// few seconds; a crash forgets the last of it. Start with [PlanRecords] and [Allowance].
@NullMarked
package brume.apigateway.usage;

import org.jspecify.annotations.NullMarked;
