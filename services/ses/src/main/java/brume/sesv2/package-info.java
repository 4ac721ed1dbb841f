/// Version 2 of the API of Amazon Simple Email Service, on what `brume.ses` keeps; the differences
/// from AWS are told there.
///
/// Start with [SesV2].
@NullMarked
package brume.sesv2;

import org.jspecify.annotations.NullMarked;
