package brume.lambda;

import brume.http.Request;
import brume.identity.Principal;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Gate;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;

/// Takes whoever sends an `Authorization` for the root of the account, and lets in who does not ask
/// for what is closed.
public final class TestGate implements Gate {
  public final List<Access.Need> needs = new ArrayList<>();
  public volatile boolean closed;

  @Override
  public Visit identify(Call call, Request request, String signingName) {
    if (!request.headers().has("authorization")) {
      throw CommonError.ACCESS_DENIED.because("Missing Authentication Token");
    }
    return new Visit(call.as(new Principal.Root(Local.SCOPE.account())), request);
  }

  @Override
  public void authorize(Call call, Access access) {
    needs.addAll(access.needs());
    if (closed) {
      throw CommonError.ACCESS_DENIED.because("No policy allows it");
    }
  }
}
