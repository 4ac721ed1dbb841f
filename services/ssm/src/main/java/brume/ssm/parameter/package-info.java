/// What a parameter is: its name, tier, versions and labels, and which of them a filter selects.
///
/// Start with [ParameterName].
@NullMarked
package brume.ssm.parameter;

import org.jspecify.annotations.NullMarked;
