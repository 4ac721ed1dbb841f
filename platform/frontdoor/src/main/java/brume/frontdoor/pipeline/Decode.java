package brume.frontdoor.pipeline;

import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.wire.Codec;
import java.io.IOException;

/// Reads the input of the operation from the request.
final class Decode implements Stage {
  @Override
  @SuppressWarnings("unchecked")
  public void pass(Passage passage) throws IOException {
    var target = passage.target();
    var operation = (OperationShape<Structure, ?>) target.operation();
    var codec = Codec.of(target.protocol());
    passage.decoded(codec.decode(operation, passage.routed(), target.labels()));
  }
}
