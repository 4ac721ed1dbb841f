/// Build time: turns the official service models into records, shape tables and error enums.
///
/// [Main] reads `models/*.json` in the format that botocore publishes. Start with [Model].
@NullMarked
package brume.modelgen;

import org.jspecify.annotations.NullMarked;
