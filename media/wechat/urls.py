from django.urls import path

from media.wechat.views import signature

urlpatterns = [path("wechat/signature/", signature, name="wechat_signature")]
