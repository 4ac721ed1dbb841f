package brume.frontdoor.pipeline;

import brume.wire.Codec;

/// Writes the answer of the operation.
final class Encode implements Stage {
  @Override
  public void pass(Passage passage) {
    var target = passage.target();
    passage.answered(
        Codec.of(target.protocol())
            .encode(
                passage.entry().shape(),
                target.operation(),
                passage.output(),
                passage.requestId()));
  }
}
