package brume.frontdoor.pipeline;

import brume.frontdoor.locate.Directory;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.service.CommonError;
import brume.service.CrossOrigin;
import org.jspecify.annotations.Nullable;

/// Answers browsers that ask what a web page may send, in place of all other stages: no operation
/// of AWS is an OPTIONS request, and a preflight carries no signature.
record Preflight(Directory directory) implements Stage {
  private static final int OK = 200;

  static boolean is(Request request) {
    return request.method().equals("OPTIONS");
  }

  @Override
  public void pass(Passage passage) {
    var destination = passage.destination();
    var routed = destination.routed();
    var entry = directory.findAnnounced(routed, destination.endpointPrefix());
    if (entry == null) {
      throw CommonError.UNKNOWN_OPERATION.because("The request names no service that Brume has");
    }
    passage.located(null, new Directory.Found(entry, null));
    var rules = entry.service().crossOrigin();
    if (rules == null) {
      throw CommonError.UNKNOWN_OPERATION.because(
          "Web pages cannot use the API of " + entry.shape().id());
    }
    passage.answered(Response.of(OK).with(rules.preflight(routed)));
  }

  /// The answer with what lets a page of another origin read it.
  static Answers.Answer readable(Passage passage, Answers.Answer answer) {
    var rules = rules(passage);
    if (rules == null || is(passage.request()) || !passage.request().headers().has("origin")) {
      return answer;
    }
    Headers headers = rules.answer(passage.destination().routed());
    return new Answers.Answer(answer.response().with(headers), answer.failure());
  }

  private static @Nullable CrossOrigin rules(Passage passage) {
    var found = passage.found();
    return found == null ? null : found.entry().service().crossOrigin();
  }
}
