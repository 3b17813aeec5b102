"""Pictures of pages to save and send: WeChat blocks downloads and shows no previews, a picture goes everywhere."""
