package brume.lambda.data;

import brume.store.Store;

/// All that is kept of Lambda, put together.
public record LambdaData(
    Functions functions,
    Versions versions,
    Policies policies,
    FunctionUrls urls,
    Aliases aliases,
    Reservations reservations,
    EventConfigs eventConfigs,
    EventSourceMappings mappings,
    LayerVersions layerVersions,
    Usage usage,
    FunctionAccess access) {

  public static LambdaData in(Store store) {
    var functions = new Functions(store);
    var versions = new Versions(functions);
    var policies = new Policies(functions);
    var urls = new FunctionUrls(functions);
    var aliases = new Aliases(functions, versions, policies, urls);
    var layerVersions = new LayerVersions(store);
    return new LambdaData(
        functions,
        versions,
        policies,
        urls,
        aliases,
        new Reservations(store, functions),
        new EventConfigs(functions, aliases),
        new EventSourceMappings(store),
        layerVersions,
        new Usage(functions, versions, layerVersions),
        new FunctionAccess(policies));
  }
}
