// Shows the contract of the gateway that this page came from, and asks nobody else: no validator in the internet.
SwaggerUIBundle({
  url: "../openapi.yaml",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null
});
