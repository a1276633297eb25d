// Asks the hub through wagtail-js and prints its answers as one JSON object.
// node wagtail_js.mjs <address of the package's module> <base URL>

const [module, baseURL] = process.argv.slice(2);
const { CMSClient } = await import(module);
const client = new CMSClient({ baseURL, apiPath: "/api/v2", cache: "no-cache" });

// The package logs failed requests to the standard output.
console.log = console.error;

const found = await client.fetchPage("wohnen", { locale: "de" });
const page = await client.fetchPage(found.id);
const images = await client.fetchImages({ locale: "de", limit: 10 });
const documents = await client.fetchDocuments({ order: "title", county: "auental" });

const answers = {
  found,
  page,
  images,
  documents,
  list: await client.fetchPages({ locale: "de", order: "-title", limit: 1 }),
  fields: await client.fetchPages({ locale: "de", fields: ["_", "title", "topics(slug)"] }),
  children: await client.fetchPages({ child_of: page.meta.county.id, locale: "ar" }),
  search: await client.fetchPages({ search: "Wohnung", locale: "de" }),
  translated: await client.fetchPage(found.id, { locale: "ar" }),
  path: await client.fetchContent("pages/find", { html_path: "/de/auental/wohnen/" }),
  image: await client.fetchImage(images.items[0].id),
  document: await client.fetchDocument(documents.items[0].id),
  source: client.getMediaSrc(images.items[0].meta),
  missing: (await client.fetchPage(999999)).message,
  missingImage: (await client.fetchImage(999999)).message,
};
process.stdout.write(JSON.stringify(answers));
