package brume.frontdoor.pipeline;

import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.service.CommonError;
import brume.service.Platform;
import brume.service.Reception;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lets a service refuse a request by how it came, and answer one that is for none of its
/// operations.
///
/// @param home the account and region of requests that name none
record Receive(Platform platform, Scope home) implements Stage {
  @Override
  public void pass(Passage passage) throws IOException {
    var reception = passage.entry().service().reception();
    var routed = passage.destination().routed();
    if (reception != null) {
      reception.admit(passage.request().host(), routed);
    }
    if (Objects.requireNonNull(passage.found()).target() == null) {
      passage.answered(answer(passage, reception, routed));
    }
  }

  private Response answer(Passage passage, @Nullable Reception reception, Request routed)
      throws IOException {
    var answer =
        reception == null ? null : reception.serve(passage.callOfNobody(platform, home), routed);
    if (answer == null) {
      throw CommonError.UNKNOWN_OPERATION.because(
          "The request is for no operation of the API of " + passage.entry().shape().id());
    }
    return answer;
  }
}
