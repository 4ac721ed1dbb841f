/// The front door: where requests come in and where calls between services go through.
///
/// `locate` tells whom a request is for, `pipeline` brings it to an operation and back, `meter`
/// counts what was served. Knows no service. Start with [FrontDoor], then `pipeline.Pipeline`.
@NullMarked
package brume.frontdoor;

import org.jspecify.annotations.NullMarked;
