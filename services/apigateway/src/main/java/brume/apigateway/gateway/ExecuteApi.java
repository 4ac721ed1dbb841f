package brume.apigateway.gateway;

import brume.http.Request;
import brume.http.Response;
import brume.service.Call;
import brume.service.Site;
import java.io.IOException;
import java.util.List;

/// The site of all APIs: `<api>.execute-api.<region>.…`.
public final class ExecuteApi implements Site {
  private final List<ApiSite> sites;

  public ExecuteApi(ApiSite... sites) {
    this.sites = List.of(sites);
  }

  @Override
  public String kind() {
    return "execute-api";
  }

  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    for (var site : sites) {
      var response = site.serve(call, name, request);
      if (response != null) {
        return response;
      }
    }
    return Response.of(403, "application/json", "{\"message\":\"Forbidden\"}")
        .with("x-amzn-ErrorType", "ForbiddenException")
        .with("x-amzn-RequestId", call.requestId());
  }
}
