package brume.frontdoor.pipeline;

import brume.frontdoor.locate.Directory;
import brume.identity.signature.Authorization;
import brume.identity.signature.RefusedException;
import brume.service.CommonError;
import brume.wire.Target;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the operation that a request is for. One that Brume does not have is refused by its name.
record Locate(Directory directory) implements Stage {
  @Override
  public void pass(Passage passage) throws IOException {
    try {
      locate(passage, Authorization.of(passage.request()));
    } catch (RefusedException unreadable) {
      // Located all the same, so that the answer is in the words of its service.
      locate(passage, null);
      throw unreadable;
    }
    requireOperation(passage.entry(), Objects.requireNonNull(passage.found()).target());
  }

  private void locate(Passage passage, @Nullable Authorization signed) throws IOException {
    var destination = passage.destination();
    var found = directory.find(destination.routed(), destination.endpointPrefix(), signed);
    if (found == null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          signed == null
              ? "The request names no service that Brume has"
              : "Brume does not have the service " + signed.scope().service());
    }
    passage.located(signed, found);
  }

  private static void requireOperation(Directory.Entry entry, @Nullable Target target) {
    if (target == null) {
      return;
    }
    var name = target.operation().name();
    if (entry.service().operation(name) == null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume does not have the operation " + name + " of " + entry.shape().id());
    }
  }
}
