package brume.frontdoor.pipeline;

import brume.frontdoor.audit.Attempt.Failure;
import brume.frontdoor.locate.Directory;
import brume.http.RejectedBodyException;
import brume.http.Response;
import brume.identity.signature.Dialect;
import brume.identity.signature.RefusedException;
import brume.service.CommonError;
import brume.service.DeniedException;
import brume.shape.ErrorCode;
import brume.shape.Protocol;
import brume.shape.ServiceException;
import brume.store.StoreUnavailableException;
import brume.wire.Codec;
import brume.wire.value.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/// The one error boundary: tells the caller what went wrong, in the words of the service.
///
/// Four kinds: the caller is wrong, try later, the world failed, we are wrong. Only the last is
/// logged as an error.
final class Answers {
  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  /// Why a call was denied, for `sts:DecodeAuthorizationMessage`. In AWS some services have it in
  /// the text of the error.
  private static final String AUTHORIZATION_MESSAGE = "x-brume-authorization-message";

  private Answers() {}

  /// @param failure null when all went well
  record Answer(Response response, @Nullable Failure failure) {
    @Nullable String code() {
      return failure == null ? null : failure.code();
    }
  }

  /// Throws [IOException] when nobody is there to be told, or when the server must tell.
  static Answer to(Passage passage, Exception failure) throws IOException {
    var found = passage.found();
    return switch (failure) {
      case RejectedBodyException rejected -> throw rejected;
      case IOException gone -> throw gone;
      case UncheckedIOException wrapped -> throw wrapped.getCause();
      case ServiceException refused -> encode(passage, found, refused);
      case RefusedException refused -> encode(passage, found, refused.in(dialect(passage, found)));
      case MalformedException malformed ->
          encode(passage, found, error(malformed.flaw()).because(malformed.message()));
      case StoreUnavailableException later -> {
        LOG.log(Level.WARNING, "The store is unavailable: {0}", later.getMessage());
        yield encode(
            passage, found, CommonError.SERVICE_UNAVAILABLE.because("Service unavailable"));
      }
      default -> {
        LOG.log(Level.ERROR, "Request " + passage.requestId() + " failed", failure);
        var text = "The request failed inside Brume; its log has request " + passage.requestId();
        yield encode(passage, found, CommonError.INTERNAL_FAILURE.because(text));
      }
    };
  }

  private static Answer encode(
      Passage passage, Directory.@Nullable Found found, ServiceException failure) {
    var error =
        failure.error() instanceof CommonError common
            ? common.in(dialect(passage, found))
            : failure.error();
    var told = Failure.of(error.code(), failure.message(), failure);
    return found == null
        ? new Answer(Nameless.answer(passage, error, failure.message()), told)
        : new Answer(encode(passage, found, error, failure), told);
  }

  private static Response encode(
      Passage passage, Directory.Found found, ErrorCode error, ServiceException failure) {
    var response = encoded(passage, found, error, failure);
    return failure instanceof DeniedException denied && denied.encoded() != null
        ? response.with(AUTHORIZATION_MESSAGE, denied.encoded())
        : response;
  }

  private static Response encoded(
      Passage passage, Directory.Found found, ErrorCode error, ServiceException failure) {
    return Codec.of(protocol(passage, found))
        .encodeError(
            found.entry().shape(), error, failure.message(), failure.detail(), passage.requestId());
  }

  private static CommonError error(MalformedException.Flaw flaw) {
    return switch (flaw) {
      case CONTENT -> CommonError.SERIALIZATION;
      case MEDIA_TYPE -> CommonError.UNSUPPORTED_MEDIA_TYPE;
      case NOT_ACCEPTABLE -> CommonError.NOT_ACCEPTABLE;
    };
  }

  private static Dialect dialect(Passage passage, Directory.@Nullable Found found) {
    return found == null
        ? Dialect.QUERY
        : Dialect.of(protocol(passage, found), found.entry().shape().signingName());
  }

  private static Protocol protocol(Passage passage, Directory.Found found) {
    return found.entry().router().protocol(passage.request());
  }
}
