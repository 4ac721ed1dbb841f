package brume.frontdoor.pipeline;

import java.io.IOException;

/// A step on the way of a request. It fails by throwing; [Answers] tells the caller.
@FunctionalInterface
interface Stage {
  void pass(Passage passage) throws IOException;
}
